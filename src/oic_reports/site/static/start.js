// The page of the language that the browser's owner reads, as far as it is one of ours.
const known = ["en", "ar", "fr"];
const wanted = navigator.languages.map((name) => name.slice(0, 2).toLowerCase()).find((name) => known.includes(name));
location.replace(`${wanted ?? "en"}/index.html`);
