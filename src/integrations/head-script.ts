import type { AstroIntegration } from 'astro';

/**
 * Runs before anything is shown; Astro puts it into every head, and as all that is inline it is hashed (security-policy.ts).
 *
 * 1. The visitor's stored choice of light or dark: nothing flashes.
 * 2. `painted`: kept once the words are to be seen. Then come the scripts (held-scripts.ts), which would share a phone's line and processor
 *    with them; where the address asks for a place or a state, at once. A page that nobody looks at is never painted: hence the clock.
 * 3. What is far below (`.late`) is held back from a phone's first layout, then laid out piece by piece, so that the phone listens in
 *    between: one a frame until the first screen is there, then ten a second, which leaves the processors time to draw. After two and a half
 *    screens the browser is left to lay out what comes near (base.css), and the rest follows once the page is used: who reads the first
 *    screen and leaves has paid for that. Whoever scrolls, presses, comes to a place on the page or back to it finds there what is near.
 *    `held` acts on narrow screens only; elsewhere the browser lays out what is near from the start.
 */
const CODE = `
const root=document.documentElement,[visit]=performance.getEntriesByType('navigation');
root.classList.add('js');
try{const theme=localStorage.getItem('theme');if(theme==='light'||theme==='dark')root.dataset.theme=theme}catch{}
const fresh=visit?.type==='navigate'&&!visit.name.includes('#');
self.painted=new Promise(done=>{
if(!fresh||location.search)return done();
setTimeout(done,2e3);
try{new PerformanceObserver(done).observe({type:'paint',buffered:true})}catch{}});
`;

/** Only in built pages: in `npm run dev` React would complain of classes that it has not set. */
const PIECES = `
if(fresh)root.classList.add('held');
let used=!fresh,waits=false,near=[],left=[];
const next=()=>{
const screens=used?0:near.at(-1)?.getBoundingClientRect().top/innerHeight;
const enough=screens>2.6;
for(const part of near)part.classList.remove('late','late-part','near');
near=[];
if(enough||!left[0]){waits=enough;return root.classList.remove('held')}
do{
const part=left.shift();
part.classList.add('near');
near.push(part)}while(near.at(-1).contains(left[0]));
screens>1?setTimeout(next,100):requestAnimationFrame(next)};
const use=()=>{
used=true;
root.classList.remove('held');
if(waits){waits=false;requestAnimationFrame(next)}};
for(const sign of ['scroll','pointerdown','keydown'])addEventListener(sign,use,{once:true,passive:true,capture:true});
addEventListener('DOMContentLoaded',()=>{
const cut=part=>{
part.classList.add('late');
return part.querySelectorAll('*').length>40?[part,...[...part.children].flatMap(inner=>(inner.classList.add('late-part'),cut(inner)))]:[part]};
left=[...document.querySelectorAll('.late')].flatMap(cut);
requestAnimationFrame(()=>requestAnimationFrame(next))});
`;

export function headScript(): AstroIntegration {
  return {
    name: 'head-script',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        const code = command === 'dev' ? CODE : CODE + PIECES;
        injectScript('head-inline', `{${code.replaceAll('\n', '')}}`);
      },
    },
  };
}
