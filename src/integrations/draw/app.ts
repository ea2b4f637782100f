import type { AstroPrerenderer, RouteData } from 'astro';

/** What a page takes in beside its own code, in a form that another thread can be told. */
export interface PageStyles {
  styles: readonly { depth: number; order: number; sheet: unknown }[];
}

/** What Astro's bundle of pages must be told before it can draw one. */
export interface Surroundings {
  /** address of the bundle */
  entry: string;
  /** by the page's key */
  pages: ReadonlyMap<string, PageStyles>;
  /** what integrations put into every head */
  scripts: unknown;
}

/** Astro's bundle of pages as far as it is used here: none of it is promised, so all of it is looked at (see openApp). */
interface App {
  manifest: { routes: readonly { routeData: RouteData }[] };
  setInternals: (internals: unknown) => void;
  setOptions: (options: unknown) => void;
  getSettings: () => { scripts: unknown };
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** Draws a page of a route. */
export type Draw = (url: string, route: { route: string; component: string }) => Promise<Response>;

/** Opens the bundle of pages in another thread than Astro's own. @throws where Astro's bundle is not what it was */
export async function openApp({ entry, pages, scripts }: Surroundings): Promise<Draw> {
  const { app } = (await import(entry)) as { app: Partial<App> };
  const { manifest, setInternals, setOptions, render } = app;
  if (!manifest || !setInternals || !setOptions || !render) throw new Error('Astro draws pages in another way now');
  const styled = new Map([...pages].map(([key, page]) => [key, { styles: [...page.styles] }]));
  setInternals.call(app, { pagesByKeys: styled, entrySpecifierToBundleMap: new Map() });
  const destination = {
    write: ({ level, message }: { level: string; message: string }) => {
      if (level === 'warn' || level === 'error') console.error(message);
    },
  };
  setOptions.call(app, { settings: { scripts }, logger: { options: { destination } } });
  const routes = new Map(
    manifest.routes.map(({ routeData }) => [`${routeData.route} ${routeData.component}`, routeData]),
  );
  return (url, { route, component }) => {
    const routeData = routes.get(`${route} ${component}`);
    if (!routeData) throw new Error(`${url}: no route ${route}`);
    return render.call(app, new Request(url), { routeData });
  };
}

/** What integrations put into every head, as Astro's own thread knows it once it is set up. */
export function scriptsOf(prerenderer: AstroPrerenderer): unknown {
  const { app } = prerenderer as AstroPrerenderer & { app?: Partial<App> };
  if (!app?.getSettings) throw new Error('Astro draws pages in another way now');
  return app.getSettings().scripts;
}
