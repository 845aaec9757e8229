/** Saves a result of each provider of a mock: takes its address and a folder as JSON, prints the bytes of the files. */
import process from 'node:process';
import { save } from 'kling-fetch/node';
import { tryProviders } from './cases.mjs';

const { mock, folder } = JSON.parse(process.argv[2]);
const keep = async (address, file) => (await save(address, `${folder}/${file}`)).bytes;
console.log(JSON.stringify(await tryProviders({ mock }, keep)));
process.exit();
