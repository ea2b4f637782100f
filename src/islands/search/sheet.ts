import address from '../../styles/search.css?url&no-inline';

/**
 * The rules of the search, fetched with it. Imported plainly, Astro would link them from every page that can
 * open the search, used or not.
 */
export function loadSheet(): Promise<void> {
  return new Promise((resolve) => {
    if (document.querySelector('[data-search-page], [data-search-sheet]')) return resolve();
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.dataset['searchSheet'] = '';
    // without its rules the search is plain but works
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
