// What somebody writes who wants it to run in the browser of whoever reads it: as HTML, and as AngularJS.
export const SCRIPTS = ['<img src=x onerror=document.title=1337>', "{{constructor.constructor('document.title=1337')()}}"];

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(SCRIPTS.join(' '));
