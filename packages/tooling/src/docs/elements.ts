// A page about the elements, made from their manifest (https://github.com/webcomponents/custom-elements-manifest).

/** The parts of a manifest that the page shows. */
export interface ElementsManifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

interface Declaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly Item[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
}

interface Item {
  readonly name?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly description?: string;
}

const sections = [
  ['Attributes', 'attributes'],
  ['Events', 'events'],
  ['Slots', 'slots'],
  ['Parts', 'cssParts'],
  ['Custom properties', 'cssProperties'],
] as const;

/** Markdown: a heading for each element and a table for each kind of thing it has. */
export function describeElements(manifest: ElementsManifest): string {
  const elements = manifest.modules
    .flatMap(({ declarations }) => declarations ?? [])
    .filter(({ tagName }) => tagName)
    .sort((a, b) => String(a.tagName).localeCompare(String(b.tagName)));
  return ['# Elements', ...elements.map(describeElement)].join('\n\n') + '\n';
}

function describeElement(element: Declaration): string {
  const tables = sections.flatMap(([title, kind]) => {
    const items = (element[kind] ?? []).filter((item) => item.name !== undefined);
    return items.length > 0 ? [`### ${title}`, table(items)] : [];
  });
  return [`## \`<${element.tagName}>\``, element.description ?? '', ...tables].filter(Boolean).join('\n\n');
}

function table(items: readonly Item[]): string {
  const rows = items.map(({ name, type, default: initial, description }) =>
    [code(name || '(default)'), code(type?.text), code(initial), inOneCell(description)].join(' | '),
  );
  return ['name | type | default | meaning', '--- | --- | --- | ---', ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
}

function code(text: string | undefined): string {
  return text ? `\`${inOneCell(text)}\`` : '';
}

/** A line break or a bar would end the table's cell. */
function inOneCell(text = ''): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
