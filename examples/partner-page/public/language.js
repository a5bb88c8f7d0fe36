// Switches the page between Indonesian and English. The widgets follow the page's `lang` by themselves.

const buttons = document.querySelectorAll('[data-language]');

for (const button of buttons) {
  button.addEventListener('click', () => {
    document.documentElement.lang = button.dataset.language;
    for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
  });
}
