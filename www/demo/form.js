// Shows what the form would have sent, instead of sending it.

const form = /** @type {HTMLFormElement} */ (document.getElementById('form'));
const sent = /** @type {HTMLElement} */ (document.getElementById('sent'));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  sent.hidden = false;
  sent.textContent = [...new FormData(form)].map(([name, value]) => `${name} = ${value}`).join('\n');
});
form.addEventListener('reset', () => {
  sent.hidden = true;
});
