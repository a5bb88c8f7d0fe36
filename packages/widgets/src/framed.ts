// The script of the page in a frame (`cdn/framed.js`), which the API serves on its own origin. It waits for the page
// around it to say what is wanted, and listens to nobody else.

import { hearGreeting } from './frame/inside/hear-greeting.ts';
import { standInFrame } from './frame/inside/stand-in-frame.ts';

const ownScript = Array.from(document.scripts).find(({ src }) => src === import.meta.url);

hearGreeting((ownScript?.dataset.origins ?? '').split(' '), standInFrame);
