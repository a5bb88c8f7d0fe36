// The texts of what stands around a frame, which come with the element.

import { ownCatalogue, type OwnCatalogue } from '../core/own-catalogue.ts';
import type { FrameMessages } from '../locales/frame/messages.ts';

const catalogue: OwnCatalogue<FrameMessages> = ownCatalogue({
  en: () => import('../locales/frame/en.ts'),
  id: () => import('../locales/frame/id.ts'),
  ar: () => import('../locales/frame/ar.ts'),
  fa: () => import('../locales/frame/fa.ts'),
});

export const loadFrameTexts: OwnCatalogue<FrameMessages>['load'] = catalogue.load;
