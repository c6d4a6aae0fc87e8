"use strict";
const audio = document.querySelector("audio");
const words = [...document.querySelectorAll("section > blockquote [data-t]")];
document.addEventListener("click", event => {
    const place = event.target.closest("[data-t]");
    if (!place)
        return;
    event.preventDefault();
    audio.currentTime = Number(place.dataset.t);
    audio.play();
});
audio.addEventListener("timeupdate", () => {
    let now = null;
    for (const word of words) {
        const next = word.nextElementSibling;
        const start = Number(word.dataset.t);
        if (start <= audio.currentTime && audio.currentTime < (next ? Number(next.dataset.t) : start + 1))
            now = word;
    }
    for (const word of document.querySelectorAll(".now"))
        word.classList.toggle("now", word === now);
    now?.classList.add("now");
});
