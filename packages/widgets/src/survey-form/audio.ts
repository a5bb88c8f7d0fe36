// The recording of a question, for who would rather hear it. Nothing of it is fetched before the button is pressed.

import { html, nothing, type TemplateResult } from 'lit';
import { languageChain } from '../core/language.ts';
import type { QuestionEntry } from './registry.ts';

/** One recording at a time, on the whole page. */
let playing: { readonly audio: HTMLAudioElement; readonly stop: () => void } | undefined;

/** Stops what is being played. */
export function stopListening(): void {
  playing?.stop();
}

export function listenButton({
  question,
  reading,
  labelledBy,
}: QuestionEntry): TemplateResult | typeof nothing {
  const url = recordingOf(question.audioUrl ?? {}, reading.reader.wanted);
  if (url === undefined) return nothing;
  const { texts } = reading;
  const onPress = ({ currentTarget: button }: Event): void => {
    if (button instanceof HTMLButtonElement) toggle(button, url, texts);
  };
  return html`<button
    type="button"
    class="listen"
    part="listen-button"
    aria-describedby=${labelledBy}
    @click=${onPress}
  >
    ${texts.listen}
  </button>`;
}

/** The button is ours while it plays: its words change without the form being shown anew. */
function toggle(
  button: HTMLButtonElement,
  url: string,
  { listen, stopListening: stopText, listenFailed }: QuestionEntry['reading']['texts'],
): void {
  const isOwn = button.getAttribute('data-playing') === '';
  stopListening();
  if (isOwn) return;
  const audio = new Audio();
  const say = (words: string): void => {
    const text = [...button.childNodes].find((node) => node instanceof Text && node.data.trim() !== '');
    if (text instanceof Text) text.data = words;
  };
  const stop = (words = listen): void => {
    audio.pause();
    audio.removeAttribute('src');
    button.removeAttribute('data-playing');
    say(words);
    if (playing?.audio === audio) playing = undefined;
  };
  playing = { audio, stop };
  button.setAttribute('data-playing', '');
  say(stopText);
  audio.addEventListener('ended', () => stop());
  audio.addEventListener('error', () => playing?.audio === audio && stop(listenFailed));
  audio.src = url;
  audio.play().catch(() => playing?.audio === audio && stop(listenFailed));
}

function recordingOf(urls: Readonly<Record<string, string | undefined>>, wanted: string): string | undefined {
  return languageChain(wanted)
    .map((lang) => urls[lang])
    .find((url) => url !== undefined);
}
