export {};

/** Differences marked or the plain text: the choice lives in the address. */
const texts = document.querySelector<HTMLElement>('[data-texts]');
const field = document.querySelector<HTMLInputElement>('[data-diff-switch]');
if (texts && field) {
  const show = (): void => {
    texts.classList.toggle('plain', !field.checked);
    // without the marks nothing is announced as inserted or deleted either
    for (const mark of texts.querySelectorAll('.verbatim ins, .verbatim del')) {
      if (field.checked) mark.removeAttribute('role');
      else mark.setAttribute('role', 'none');
    }
  };
  field.checked = new URLSearchParams(location.search).get('diff') !== 'off';
  field.addEventListener('change', () => {
    const address = new URL(location.href);
    if (field.checked) address.searchParams.delete('diff');
    else address.searchParams.set('diff', 'off');
    history.replaceState(null, '', address);
    show();
  });
  texts.addEventListener('redrawn', show);
  show();
}
