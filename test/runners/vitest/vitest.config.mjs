// Installed packages are loaded as they are. Ours are links, which Vitest would take for sources and transform.
export default { test: { server: { deps: { external: [/\/dist\//] } } } };
