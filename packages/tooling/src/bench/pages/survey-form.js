// What a page does with a questionnaire: shows it with Lintas or with SurveyJS, and answers its questions.

/** Resolves when the next frame is done. */
globalThis.nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** From the invitation to the questions. */
globalThis.showWithLintas = async () => {
  await customElements.whenDefined('lintas-survey-form');
  const form = document.querySelector('lintas-survey-form');
  await form.updateComplete;
  await form.open();
  await form.updateComplete;
  await nextFrame();
};

/** The same questions from the same address. */
globalThis.showWithSurveyJs = async (url, lazily) => {
  const { title, pages } = await (await fetch(url)).json();
  const form = new Survey.Model({
    title: title.en.text,
    pages: pages.map(({ id, questions }) => ({ name: id, elements: questions.map(asElement) })),
  });
  form.lazyRenderEnabled = lazily;
  form.render(document.getElementById('form'));
  while (!document.querySelector('fieldset input')) await nextFrame();
  await nextFrame();
};

function asElement({ id, text, points }) {
  return {
    type: 'radiogroup',
    name: id,
    title: text.en.text,
    isRequired: true,
    choices: points.map(({ value, label }) => ({ value, text: label.en.text })),
  };
}

/** Resolves when nothing was left to do for a while. */
globalThis.quiet = () => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 300));

/** Answers one question after the other from the first on; milliseconds from each radio to the frame after it. */
globalThis.answer = async (count) => {
  const root = document.querySelector('lintas-survey-form')?.shadowRoot ?? document;
  const groups = [...root.querySelectorAll('fieldset')];
  const waits = [];
  for (let i = 0; i < count; i += 1) {
    await nextFrame();
    const before = performance.now();
    groups[i % groups.length].querySelectorAll('input')[i % 5].click();
    await nextFrame();
    waits.push(performance.now() - before);
  }
  return waits;
};
