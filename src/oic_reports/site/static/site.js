// What pages do beyond being read: copy, cite, link, download, report an error, show and hide. No page needs it.

const root = document.body.dataset.root;
const words = document.getElementById("words").dataset;
const sheet = document.getElementById("sheet");
const sheetBody = document.getElementById("sheet-body");

for (const shown of document.querySelectorAll(".js[hidden]")) shown.hidden = false;

// a picture of years that is wider than the screen begins with what is newest; its labels stay where they are read
for (const picture of document.querySelectorAll(".picture")) {
  const keepLabels = () => {
    for (const label of picture.querySelectorAll(".label")) label.setAttribute("transform", `translate(${picture.scrollLeft} 0)`);
  };
  picture.scrollLeft = document.dir === "rtl" ? -picture.scrollWidth : picture.scrollWidth;
  picture.addEventListener("scroll", keepLabels, { passive: true });
  keepLabels();
}

// the language switch keeps the place and the question
function keepPlace() {
  for (const link of document.querySelectorAll("a[data-keep]")) {
    const [address] = link.getAttribute("href").split(/[?#]/);
    link.setAttribute("href", address + location.search + location.hash);
  }
}
keepPlace();
addEventListener("hashchange", keepPlace);
addEventListener("statechanged", keepPlace);

const release = fetch(`${root}release.json`).then((answer) => answer.json());
release.then((facts) => {
  const line = document.querySelector("[data-release]");
  line.querySelector("[data-version]").textContent = facts.version;
  line.querySelector("[data-released]").textContent = facts.released;
  line.hidden = false;
}, () => {});

function tell(text) {
  const told = document.getElementById("told");
  // an open sheet covers all that is not in it
  (sheet.open ? sheet : document.body).append(told);
  told.textContent = text;
  told.classList.add("shown");
  setTimeout(() => told.classList.remove("shown"), 2500);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(words.copied);
  } catch {
    tell(words.notCopied);
  }
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function addText(title, text) {
  const shown = element("pre", { textContent: text, dir: "auto", tabIndex: 0 });
  const button = element("button", { type: "button", textContent: words.copy });
  button.addEventListener("click", () => copy(text));
  sheetBody.append(element("figure", { className: "code" }, element("figcaption", {}, `${title} `, button), shown));
}

function openSheet(title) {
  document.getElementById("sheet-title").textContent = title;
  sheetBody.replaceChildren();
  sheet.showModal();
}

// what an action is about: the paragraph that it stands in, else the report
function findPlace(from) {
  const report = from.closest("[data-document]").dataset;
  const paragraph = from.closest("[data-paragraph]")?.dataset;
  const id = paragraph?.paragraph ?? report.document;
  const eid = paragraph ? id.slice(id.indexOf("/") + 1) : "";
  const [address] = location.href.split(/[?#]/);
  return { report, paragraph, id, link: eid ? `${address}#${eid}` : address };
}

async function cite(from) {
  const facts = await release;
  const { report, paragraph, id, link } = findPlace(from);
  const author = "Organisation of Islamic Cooperation";
  // a printed label without what sets it off: 3 for "3." and "- 3-"
  const number = paragraph?.label?.replace(/^[\s.–-]+|[\s.–-]+$/g, "");
  const label = number ? `, ${words.paragraph} ${number}` : "";
  const when = [report.place, report.day].filter(Boolean).join(", ");
  const year = report.day.slice(0, 4);
  const title = words.citedTitle.replace("{title}", () => report.title);
  openSheet(words.cite);
  addText(words.text, `${author}. ${title}${when ? ` (${when})` : ""}${label}. ${words.citedIn} ${facts.author}. ${facts.title}. Version ${facts.version}, ${facts.released}. ${id}. ${link}`);
  const safe = (text) => text.replace(/[{}\\]/g, "").replace(/([&%$#_])/g, "\\$1");
  addText("BibTeX", `@incollection{${id},\n  author = {{${author}}},\n  title = {{${safe(report.title)}}},\n  booktitle = {{${facts.title}}},\n  editor = {{${facts.author}}},\n  year = {${year}},\n  version = {${facts.version}},\n  note = {${safe(id)}},\n  url = {${link}}\n}`);
  addText("RIS", `TY  - CHAP\nAU  - ${author}\nTI  - ${report.title}\nT2  - ${facts.title}\nA2  - ${facts.author}\nPY  - ${year}\nET  - ${facts.version}\nAN  - ${id}\nUR  - ${link}\nER  - `);
}

async function reportError(from) {
  const facts = await release;
  const { id, link } = findPlace(from);
  const text = `${id}\n${words.version} ${facts.version}\n${link}\n\n${words.what}:\n\n${words.should}:\n`;
  openSheet(words.report);
  sheetBody.append(element("p", { textContent: words.reportHint }));
  addText(id, text);
  const contact = words.contact;
  if (contact.includes("@") && !contact.includes("/")) {
    const href = `mailto:${contact}?subject=${encodeURIComponent(id)}&body=${encodeURIComponent(text)}`;
    sheetBody.append(element("p", {}, element("a", { href, textContent: words.write })));
  } else if (/^https?:\/\//.test(contact)) {
    sheetBody.append(element("p", {}, element("a", { href: contact, textContent: words.write, rel: "noreferrer" })));
  }
}

function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

async function download(from) {
  const { report, id } = findPlace(from);
  const all = await (await fetch(`${root}json/${report.document}.json`)).json();
  const only = (rows) => (rows ?? []).filter((row) => row.paragraph_id === id);
  const [paragraph] = only(all.paragraphs);
  const content = { ...paragraph, repairs: only(all.repairs), flags: only(all.flags), boxes: only(all.boxes), document: all.document };
  save(`${id.replace("/", "_")}.json`, "application/json", JSON.stringify(content, null, 1));
}

const acts = {
  cite,
  link: (from) => copy(findPlace(from).link),
  error: reportError,
  download,
  "open-all": (button) => {
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(open));
    for (const details of document.querySelectorAll("details.more")) details.open = open;
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.act) acts[button.dataset.act](button);
  else if (button.dataset.copyFrom) copy(document.getElementById(button.dataset.copyFrom).textContent);
  else if (button.dataset.switch) {
    const hidden = document.body.classList.toggle(button.dataset.switch);
    button.setAttribute("aria-pressed", String(!hidden));
  }
});
