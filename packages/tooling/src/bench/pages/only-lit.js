// What a form with two fields costs with Lit and nothing else.

import { LitElement, html } from 'lit';

class OnlyLit extends LitElement {
  render() {
    return html`<form>
      <label>Reference <input part="reference" /></label>
      <label>PIN <input /></label>
      <button>Open</button>
    </form>`;
  }
}

customElements.define('only-lit', OnlyLit);
