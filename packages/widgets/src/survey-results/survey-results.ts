// <lintas-survey-results>: what people said of how they were served, for anybody.

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
import type { SurveyResultsMessages } from '../locales/survey-results/messages.ts';
import type { Results, ResultsReading } from './results.ts';
import { resultsStyles } from './survey-results.styles.ts';
import { loadResultsTexts } from './texts.ts';

const loadScreen = onDemand(() => import('./screen.ts'));

interface Loaded {
  readonly results: Results;
  readonly screen: Awaited<ReturnType<typeof loadScreen>>['screen'];
}

/**
 * Shows the published results of a questionnaire: for SKM the index, the grade in words with its regulation, the nine
 * elements, the three lowest and the response; for any other its means; then all answers, and the same as CSV. A figure
 * that is not published is marked as that, in words. Nothing is fetched before a person asks for it, unless the page says
 * `eager`; nothing is stored.
 *
 * @tagname lintas-survey-results
 * @attr {string} api - Base URL of the API, for example `https://api.example.org`, unless a provider or the script tag names it.
 * @attr {string} key - Publishable key, `pk_…`, that goes with `api`.
 * @attr {boolean} eager - Fetches the results when the element comes into view. Set it before the element is on the page.
 * @csspart sheet - Everything.
 * @csspart translation - Says that nobody has checked the translation. Missing where somebody has.
 * @csspart translation-button - Leads to texts that were checked, and back.
 * @csspart heading - What it is about.
 * @csspart show-button - The button that asks for the results.
 * @csspart finding - The sentence that states the finding.
 * @csspart period - The choice of a quarter or year.
 * @csspart toggle - The button between charts and tables.
 * @csspart instrument - An instrument, such as SKM.
 * @csspart number - The index.
 * @csspart weakest - The sentence about the lowest elements.
 * @csspart chart - A chart.
 * @csspart table - A table.
 * @csspart follow-up - What is being done about the results.
 * @csspart groups - The same by groups of people, such as services.
 * @csspart bands - What the grades mean, and by which regulation.
 * @csspart answers - All answers.
 * @csspart csv - The link to the same as CSV.
 * @csspart failure - What is said when results cannot be shown.
 * @csspart retry-button - The button that asks again after a failure.
 * @cssproperty --lintas-font - Font of all text.
 * @cssproperty --lintas-paper - Background.
 * @cssproperty --lintas-ink - Text.
 * @cssproperty --lintas-ink-soft - Text of less weight.
 * @cssproperty --lintas-line - Edges.
 * @cssproperty --lintas-control - Outline of a bar that is not published.
 * @cssproperty --lintas-accent - Button and bars.
 * @cssproperty --lintas-on-accent - Text on the accent colour.
 * @cssproperty --lintas-accent-soft - Button under the pointer.
 * @cssproperty --lintas-notice - Marks of the lowest elements.
 * @cssproperty --lintas-notice-soft - Background of these marks.
 * @cssproperty --lintas-focus - Outline of what has the focus.
 * @cssproperty --lintas-radius - Roundness of corners.
 * @cssproperty --lintas-space - Distance between things.
 */
export class LintasSurveyResults extends LitElement {
  static override get styles(): CSSResultOrNative[] {
    return [...baseStyles, sheetStyles, ...figuresStyles, resultsStyles];
  }

  /** Id of the questionnaire. */
  @property() survey = '';
  /** Version of the questionnaire; without it, the newest. */
  @property() version = '';
  /** A quarter or year that has ended, such as `2026-Q1` or `2026`; without it, all answers. Of a year, by service. */
  @property() period = '';

  @state() private asTable = false;
  #isChoosing = false;

  readonly #localize = new Localize(this);
  readonly #own = new OwnTexts(this, this.#localize, loadResultsTexts);
  readonly #asking = new Asking<Loaded>(this, async (connection, signal) => {
    const { readResults, screen } = await loadScreen();
    return { results: await readResults(this, connection, signal), screen };
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || !(changed.has('survey') || changed.has('version') || changed.has('period')))
      return;
    this.#asking.askAgain();
  }

  override render(): TemplateResult | typeof nothing {
    const turned = { asTable: this.asTable, toggle: this.#toggle, choosePeriod: this.#choosePeriod };
    const shown = {
      heading: ({ title }: SurveyResultsMessages) => title,
      figures: ({ results, screen }: Loaded, reading: ResultsReading) => screen(results, turned, reading),
    };
    return figuresSheet(this.#asking, shown, this.#own.texts, this.#localize);
  }

  /** Whoever chose by keys goes on choosing. */
  override updated(): void {
    if (!this.#isChoosing || this.#asking.asked.kind !== 'shown') return;
    this.#isChoosing = false;
    this.renderRoot.querySelector<HTMLElement>('select')?.focus();
  }

  readonly #choosePeriod = (period: string): void => {
    this.period = period;
    this.#isChoosing = true;
  };

  readonly #toggle = (): void => {
    this.asTable = !this.asTable;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lintas-survey-results': LintasSurveyResults;
  }
}
