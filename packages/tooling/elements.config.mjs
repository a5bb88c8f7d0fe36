// How the elements' manifest is made (https://custom-elements-manifest.open-wc.org/analyzer/config).

export default {
  globs: ['packages/widgets/src/**/*.ts'],
  outdir: 'packages/widgets',
  litelement: true,
  quiet: true,
  // The package says itself where its manifest is.
  packagejson: false,
};
