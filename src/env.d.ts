/// <reference types="astro/client" />
declare module 'virtual:policy-marks.css';
declare module 'virtual:choice-script';
