// Switches the page between its languages. The widgets follow the page's `lang` by themselves, and the address
// keeps it, so that the next page is in the same language.

const buttons = document.querySelectorAll('[data-language]');

function show(language) {
  document.documentElement.lang = language;
  document.documentElement.dir = ['ar', 'fa'].includes(language) ? 'rtl' : 'ltr';
  for (const button of buttons) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
  }
  for (const link of document.querySelectorAll('a[href^="/"]')) {
    link.search = `?lang=${language}`;
  }
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    const { language } = button.dataset;
    show(language);
    history.replaceState(null, '', `?lang=${language}`);
  });
}

const asked = new URLSearchParams(location.search).get('lang');
if ([...buttons].some(({ dataset }) => dataset.language === asked)) show(asked);
