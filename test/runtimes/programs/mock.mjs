/** The mock in this process, and a result of each of its providers in the folder that is given. Prints the bytes of the files. */
import process from 'node:process';
import { save } from 'kling-fetch/node';
import { startMock } from 'kling-fetch-cli/mock';
import { tryProviders } from './cases.mjs';

const mock = await startMock({ speed: 'instant' });
const keep = async (address, file) => (await save(address, `${process.argv[2]}/own-${file}`)).bytes;
console.log(JSON.stringify(await tryProviders({ mock: mock.url }, keep)));
await mock.close();
