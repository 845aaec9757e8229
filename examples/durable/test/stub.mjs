/** A provider whose tasks all run, and which costs next to nothing: answers with what it was given, prints its port. */
import { createServer } from 'node:http';

const [answer] = process.argv.slice(2);
createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});
