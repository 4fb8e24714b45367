/* Light and dark: as the screen asks, until the reader chooses. */

function themeButton(parent) {
    const root = document.documentElement;
    const asked = window.matchMedia('(prefers-color-scheme: dark)');
    const button = parent.append('button').attr('type', 'button').attr('class', 'action theme');
    const show = dark => {
        root.dataset.theme = dark ? 'dark' : 'light';
        button.text(dark ? 'Light' : 'Dark').attr('aria-label', 'Show the page ' + (dark ? 'light' : 'dark'));
    };
    const follow = () => show(asked.matches);
    button.on('click', () => {
        asked.removeEventListener('change', follow);
        show(root.dataset.theme !== 'dark');
    });
    asked.addEventListener('change', follow);
    follow();
}
