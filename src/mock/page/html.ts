/** The path below which the page's files are served. */
export const appPath = '/_mock/app';

/** The frame of the page, which its script fills. */
export const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>kling-fetch mock</title>
<link rel="icon" href="${appPath}/icon.svg">
<link rel="stylesheet" href="${appPath}/page.css">
<script type="module" src="${appPath}/page.js"></script>
</head>
<body>
<header class="top">
<h1>kling-fetch <span>mock</span></h1>
<p id="live" role="status">Connecting…</p>
<p id="where"></p>
<div id="controls" role="group" aria-label="Clock and reset"></div>
</header>
<main>
<div class="side">
<section id="request" aria-labelledby="request-title"><h2 id="request-title">New request</h2></section>
<section id="scenarios" aria-labelledby="scenarios-title"><h2 id="scenarios-title">Scenarios</h2></section>
</div>
<div class="centre">
<section id="tasks" aria-labelledby="tasks-title">
<div class="row"><h2 id="tasks-title">Tasks</h2><p id="task-count"></p></div>
</section>
<section id="journal" aria-labelledby="journal-title"><h2 id="journal-title">Requests</h2></section>
<section id="contracts" aria-labelledby="contracts-title"><h2 id="contracts-title">Contracts</h2></section>
</div>
<noscript><p>This page needs JavaScript. The mock itself works without it.</p></noscript>
</main>
<p id="message" role="status"></p>
</body>
</html>
`;

/** The page's icon: a sound wave in a disc. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<circle cx="16" cy="16" r="16" fill="#0f766e"/>
<path d="M8 16v0M12 11v10M16 7v18M20 12v8M24 16v0" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>
</svg>
`;
