// <lintas-metrics>: how an authority served people, in published figures, for anybody.

import {
  LitElement,
  type nothing,
  type CSSResultOrNative,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from 'lit/decorators.js';
import { sheetStyles } from '../case/sheet.styles.ts';
import { Localize } from '../core/localize.ts';
import { onDemand } from '../core/on-demand.ts';
import { OwnTexts } from '../core/own-texts.ts';
import { baseStyles } from '../core/styles.ts';
import { Asking } from '../figures/asking.ts';
import { figuresStyles } from '../figures/figures.styles.ts';
import { figuresSheet } from '../figures/sheet.ts';
import { textFor } from '../locales/messages.ts';
import type { MetricsMessages } from '../locales/metrics/messages.ts';
import type { Figures, MetricsReading } from './figures.ts';
import { loadMetricsTexts } from './texts.ts';

const loadScreen = onDemand(() => import('./screen.ts'));

interface Loaded {
  readonly figures: Figures;
  readonly screen: Awaited<ReturnType<typeof loadScreen>>['screen'];
}

/**
 * Shows a published metric as number, trend or comparison: the sentence that states the finding, a chart, a table, and
 * the same as CSV. A figure that is not published is marked as that, in words. Nothing is fetched before a person asks
 * for it, unless the page says `eager`; nothing is stored.
 *
 * @tagname lintas-metrics
 * @attr {string} api - Base URL of the API, for example `https://api.example.org`, unless a provider or the script tag names it.
 * @attr {string} key - Publishable key, `pk_…`, that goes with `api`.
 * @attr {boolean} eager - Fetches the figures when the element comes into view. Set it before the element is on the page.
 * @csspart sheet - Everything.
 * @csspart translation - Says that nobody has checked the translation. Missing where somebody has.
 * @csspart translation-button - Leads to texts that were checked, and back.
 * @csspart heading - What is measured.
 * @csspart show-button - The button that asks for the figures.
 * @csspart finding - The sentence that states the finding.
 * @csspart toggle - The button between chart and table.
 * @csspart chart - The chart.
 * @csspart number - The figure of the view `number`.
 * @csspart period - The slider through the periods.
 * @csspart readout - The figures of the chosen period.
 * @csspart table - The table.
 * @csspart csv - A link to the same as CSV.
 * @csspart failure - What is said when figures cannot be shown.
 * @csspart retry-button - The button that asks again after a failure.
 * @cssproperty --lintas-font - Font of all text.
 * @cssproperty --lintas-paper - Background.
 * @cssproperty --lintas-ink - Text, and the second line.
 * @cssproperty --lintas-ink-soft - Text of less weight, and the third line.
 * @cssproperty --lintas-line - Edges and grid.
 * @cssproperty --lintas-control - Outline of a bar that is not published.
 * @cssproperty --lintas-accent - Button, first line and bars.
 * @cssproperty --lintas-on-accent - Text on the accent colour.
 * @cssproperty --lintas-accent-soft - Button under the pointer.
 * @cssproperty --lintas-focus - Outline of what has the focus.
 * @cssproperty --lintas-radius - Roundness of corners.
 * @cssproperty --lintas-space - Distance between things.
 */
export class LintasMetrics extends LitElement {
  static override get styles(): CSSResultOrNative[] {
    return [...baseStyles, sheetStyles, ...figuresStyles];
  }

  /** What is measured: `processing_time`, `pending`, and so on, by the API's names. */
  @property() measure = 'processing_time';
  /** `number`, `trend` or `comparison`. */
  @property() view = 'trend';
  /** What a comparison puts side by side: `kind`, `office`, or for documents `partner`. */
  @property() by = 'kind';
  /** Which days count: `calendar`, `working`, or `waiting_on_you`. */
  @property() clock = 'calendar';
  /** Id of the authority; needed where there is more than one. */
  @property() authority = '';
  /** Only applications of this kind. */
  @property() kind = '';
  /** Only applications at this office. */
  @property() office = '';
  /** Only documents that this partner reviewed. */
  @property() partner = '';
  /** `month`, `quarter` or `year`; without it, the shortest that there is. */
  @property() period = '';

  @state() private asTable = false;
  @state() private chosen: number | undefined;

  readonly #localize = new Localize(this);
  readonly #own = new OwnTexts(this, this.#localize, loadMetricsTexts);
  readonly #asking = new Asking<Loaded>(this, async (connection, signal) => {
    const { readFigures, screen } = await loadScreen();
    return { figures: await readFigures(this, connection, signal), screen };
  });

  override willUpdate(changed: PropertyValues<this>): void {
    const asked = [
      'measure',
      'view',
      'by',
      'clock',
      'authority',
      'kind',
      'office',
      'partner',
      'period',
    ] as const;
    if (!this.hasUpdated || !asked.some((name) => changed.has(name))) return;
    this.chosen = undefined;
    this.#asking.askAgain();
  }

  override render(): TemplateResult | typeof nothing {
    const { measure, view, by, asTable, chosen } = this;
    const turned = { asTable, chosen, toggle: this.#toggle, choose: this.#choose };
    const shown = {
      heading: ({ titles, comparedBy }: MetricsMessages) =>
        textFor(titles, measure) + (view === 'comparison' ? ` · ${textFor(comparedBy, by)}` : ''),
      figures: ({ figures, screen }: Loaded, reading: MetricsReading) =>
        screen(figures, view, turned, reading),
    };
    return figuresSheet(this.#asking, shown, this.#own.texts, this.#localize);
  }

  readonly #toggle = (): void => {
    this.asTable = !this.asTable;
  };

  readonly #choose = (index: number): void => {
    this.chosen = index;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lintas-metrics': LintasMetrics;
  }
}
