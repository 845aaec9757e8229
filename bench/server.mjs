/** Answers every request with what its own header says. Says its port to the parent, and ends with it. */
import { createServer } from 'node:http';

const server = createServer(({ headers }, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(headers['x-answer']);
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.on('disconnect', () => process.exit());
