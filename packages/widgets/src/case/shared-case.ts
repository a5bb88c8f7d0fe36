// One opened case for all the widgets of a page: whoever opens it opens it for all, and where it ends, it ends for
// all. Widgets under one provider share one; those under none share the page's.

import { eraseStale } from '@lintas/sdk/device';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { coverWhileAway } from '../core/cover-while-away.ts';
import { hostOf } from '../core/language.ts';
import { guardPage } from '../core/page-guard.ts';
import { onExit } from '../core/quick-exit.ts';
import { CaseViewStore } from './case-view.ts';
import type { ViewState } from './view-state.ts';

/** What a widget hears of the case. */
export interface CaseListener {
  /** Shows the form and how long the session lasts; the others leave both to it. `never` for one that cannot. */
  readonly leads: boolean | 'never';
  /** Another state is to be shown. Also called when the widget comes to a page where a case is open. */
  onChange(state: ViewState): void;
  /** Something of the case itself has changed while it was open. */
  onUpdate(): void;
  /** Brings the person to where a paper is given; only widgets that take papers have it. */
  showPaper?(requirementId: string): void;
  /**
   * The person leaves: everything personal has to be out of memory and off the screen, and nothing may be written any
   * more, before this returns.
   */
  forget(): void;
}

type Host = ReactiveControllerHost & HTMLElement;

/** Joins a widget to the case of its surroundings while it is on the page. */
export class SharedCase implements ReactiveController {
  readonly #host: Host;
  readonly #listener: CaseListener;
  #circle: Circle | undefined;
  readonly #onChange = (): void => this.#listener.onChange(this.view.state);
  readonly #onUpdate = (): void => this.#listener.onUpdate();
  readonly #onMembers = (): void => this.#host.requestUpdate();
  #stopGuarding: readonly (() => void)[] = [];

  constructor(host: Host, listener: CaseListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  /** The case. While the widget is on no page, one that nobody has opened. */
  get view(): CaseViewStore {
    return this.#circle?.view ?? nobodysCase;
  }

  /** Whether this widget has to show the form and the end of the session. */
  get leads(): boolean {
    const { leads } = this.#listener;
    if (leads !== false) return leads === true;
    const members = this.#circle?.able ?? [];
    const isLed = members.some(([, member]) => member.leads);
    return members[0]?.[0] === this.#host && !isLed && !trackerIsComing(this.#host);
  }

  /** Brings the person to where a paper is given, beside this widget. `undefined` where nobody there takes papers. */
  get showPaper(): ((requirementId: string) => void) | undefined {
    const [taker] = [...(this.#circle?.members ?? [])].filter(
      ([member, { showPaper }]) => showPaper && isBeside(member, this.#host),
    );
    if (taker) return (requirementId) => taker[1].showPaper?.(requirementId);
    const coming = uploaderToCome(this.#host);
    return coming && ((requirementId) => void this.#waitFor(coming, requirementId));
  }

  hostConnected(): void {
    const circle = circleOf(this.#host);
    if (circle === this.#circle) return void circle.dispatchEvent(new Event('members'));
    this.#part();
    this.#circle = circle;
    circle.view.addEventListener('change', this.#onChange);
    circle.view.addEventListener('update', this.#onUpdate);
    circle.addEventListener('members', this.#onMembers);
    circle.members.set(this.#host, this.#listener);
    circle.dispatchEvent(new Event('members'));
    this.#stopGuarding = [
      guardPage(() => circle.leave()),
      onExit(() => circle.leave()),
      coverWhileAway(this.#host),
    ];
    // What an earlier page kept for too long goes, whoever comes next.
    void eraseStale();
    if (circle.view.state.kind !== 'closed') this.#onChange();
  }

  /** A page that moves the widget takes it out and puts it in again: who is back within the task was never away. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#part();
    });
  }

  /** Until then the guards hold: a page that ends meanwhile finds everything as if the widget were still there. */
  #part(): void {
    const circle = this.#circle;
    if (!circle) return;
    this.#stopGuarding.forEach((stop) => stop());
    circle.members.delete(this.#host);
    // Nobody is left who could close it.
    if (circle.able.length === 0) circle.view.wipe();
    circle.view.removeEventListener('change', this.#onChange);
    circle.view.removeEventListener('update', this.#onUpdate);
    circle.removeEventListener('members', this.#onMembers);
    circle.dispatchEvent(new Event('members'));
    this.#circle = undefined;
    this.#onChange();
    this.#listener.forget();
  }

  /** Shows the uploader whose code is on its way, and brings the person there if they are still waiting when it comes. */
  async #waitFor(uploader: Element, requirementId: string): Promise<void> {
    const findFocus = (): readonly unknown[] => [
      document.activeElement,
      this.#host.shadowRoot?.activeElement,
    ];
    const before = findFocus();
    uploader.scrollIntoView();
    await customElements.whenDefined(uploader.localName);
    if (findFocus().every((focused, index) => focused === before[index])) this.showPaper?.(requirementId);
  }
}

/** The widgets that share a case. Dispatches `members` when one comes or goes. */
class Circle extends EventTarget {
  readonly view = new CaseViewStore();
  /** In the order in which they came. */
  readonly members = new Map<Element, CaseListener>();

  /** Those that can show the form and the end of the session. */
  get able(): readonly (readonly [Element, CaseListener])[] {
    return [...this.members].filter(([, { leads }]) => leads !== 'never');
  }

  /** The person leaves the page. */
  leave(): void {
    // First of all they hear what kind of an end it is; when the case is closed, they show it.
    for (const member of this.members.values()) member.forget();
    this.view.wipe();
    for (const member of this.members.values()) member.forget();
  }
}

const nobodysCase = new CaseViewStore();

/** Registered, so that widgets from two copies of the bundle find each other. */
const CIRCLES = Symbol.for('lintas.shared-cases');

function circleOf(element: Element): Circle {
  const circles = circlesAt(scopeOf(element));
  const settings = ownSettings(element);
  const circle = circles.get(settings) ?? new Circle();
  circles.set(settings, circle);
  return circle;
}

/** Widgets with settings of their own may belong to different authorities. */
function ownSettings(element: Element): string {
  const [api, key] = [element.getAttribute('api'), element.getAttribute('key')];
  return api && key ? `${api} ${key}` : '';
}

function circlesAt(scope: Element | Document): Map<string, Circle> {
  const found: unknown = Reflect.get(scope, CIRCLES);
  if (isCircles(found)) return found;
  const circles = new Map<string, Circle>();
  Object.defineProperty(scope, CIRCLES, { value: circles });
  return circles;
}

function isCircles(value: unknown): value is Map<string, Circle> {
  return value instanceof Map;
}

/** The provider that an element's settings come from, found by its name: it may be defined after the element. */
function scopeOf(element: Element): Element | Document {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const provider = at.closest('lintas-provider[api][key]');
    if (provider) return provider;
  }
  return element.ownerDocument;
}

/** What stands in another tree, a page made of parts may have put out of sight. */
function isBeside(element: Element, other: Element): boolean {
  return element.getRootNode() === other.getRootNode();
}

/** An uploader beside an element, and for the same case, whose code is still on its way. */
function uploaderToCome(element: Element): Element | undefined {
  return [...scopeOf(element).querySelectorAll('lintas-document-uploader:not(:defined)')].find(
    (uploader) =>
      isBeside(uploader, element) &&
      scopeOf(uploader) === scopeOf(element) &&
      ownSettings(uploader) === ownSettings(element),
  );
}

/** A tracker stands on the page whose code is still on its way. */
function trackerIsComing(element: Element): boolean {
  return scopeOf(element).querySelector('lintas-status-tracker:not(:defined)') !== null;
}
