// A widget that fails when it should forget.

document.addEventListener('lintas-exit', () => {
  throw new Error('cannot forget');
});
addEventListener('error', (event) => event.preventDefault());
