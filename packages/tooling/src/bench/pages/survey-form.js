// Answers the questions of a page, in a survey form or without one: `answer(count)` tells the milliseconds from each
// radio to the frame after it.

globalThis.answer = async (count) => {
  const root = document.querySelector('lintas-survey-form')?.shadowRoot ?? document;
  const groups = [...root.querySelectorAll('fieldset')];
  const waits = [];
  for (let i = 0; i < count; i += 1) {
    const before = performance.now();
    groups[i % groups.length].querySelectorAll('input')[i % 5].click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    waits.push(performance.now() - before);
  }
  return waits;
};
