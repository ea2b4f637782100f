import type { AstroIntegration } from 'astro';

/**
 * Runs before anything is shown; Astro puts it into every head, and as all that is inline it is hashed (security-policy.ts).
 *
 * 1. The visitor's stored choice of light or dark: nothing flashes.
 * 2. `painted`: kept once the words are to be seen. Then come the scripts (held-scripts.ts), which would share a phone's line and processor
 *    with them; where the address asks for a place or a state, at once. A page that nobody looks at is never painted: hence the clock.
 * 3. What is far below (`.late`) is held back from a phone's first layout, then laid out piece by piece, a few milliseconds a frame, so that
 *    the phone listens in between; then the whole page is there, for whoever scrolls fast or takes a picture of it. Whoever scrolls, presses,
 *    comes to a place on the page or back to it finds there at once what is near. Wide screens have the processors to lay out all at once,
 *    and show more of it: guessed heights would move what is seen (base.css).
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
let near=[],left=[];
const narrow=matchMedia('(width < 48rem)').matches;
const next=()=>{
const begun=performance.now();
do{
for(const part of near)part.classList.remove('late','late-part','near');
near=[];
if(!left[0])return root.classList.remove('held');
do{
const part=left.shift();
part.classList.add('near');
near.push(part)}while(near.at(-1).contains(left[0]));
near[0].getBoundingClientRect()}while(performance.now()-begun<4);
requestAnimationFrame(next)};
for(const sign of ['scroll','pointerdown','keydown'])addEventListener(sign,()=>root.classList.remove('held'),{once:true,passive:true,capture:true});
addEventListener('DOMContentLoaded',()=>{
const cut=part=>{
part.classList.add('late');
return part.querySelectorAll('*').length>40?[part,...[...part.children].flatMap(inner=>(inner.classList.add('late-part'),cut(inner)))]:[part]};
if(narrow)left=[...document.querySelectorAll('.late')].flatMap(cut);
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
