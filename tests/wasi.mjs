// Runs a WebAssembly program of the engine under Node: `node wasi.mjs PROGRAM [ARGUMENT...]`.
// It sees the current folder and nothing else of the machine.
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const [program, ...rest] = process.argv.slice(2);
const here = process.cwd();
const wasi = new WASI({
  version: 'preview1',
  args: [program, ...rest],
  env: { RUST_BACKTRACE: '1', PWD: here },
  preopens: { [here]: here, '.': here },
});
const module = await WebAssembly.compile(await readFile(program));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
