/* The page, in order. */

const main = d3.select('#report');
headline(main);
const contents = main.append('nav').attr('aria-label', 'Contents');
section(main, 'distance', 'Distance from the mean field', distances);
section(main, 'densities', 'Densities', densities);
section(main, 'energies', 'Energies and conservation', energies);
section(main, 'moments', 'Overlaps and moments', moments);
section(main, 'fluctuations', 'Fluctuations', fluctuations);
section(main, 'others', 'Other observables', others);
section(main, 'form-bounds', 'Form bounds', formBoundTable);
section(main, 'configuration', 'Configuration', configurationText);
section(main, 'columns', 'Columns', columnGlossary);
section(main, 'provenance', 'Provenance', provenance);
contents.selectAll('a').data(main.selectAll('section').nodes()).join('a').attr('href', box => '#' + box.id)
    .text(box => box.querySelector('h2').textContent);
main.append('footer').text('Written by Mixfield. Drag across a plot against time to zoom, double-click to reset; '
    + 'click a name in a legend to hide its curve; arrow keys move the cursor of a focused plot.');

/* On paper nothing stays folded, and plots have the width of the paper. */
let unfolded = [];
window.addEventListener('beforeprint', () => {
    unfolded = Array.from(document.querySelectorAll('details:not([open])'));
    unfolded.forEach(fold => { fold.open = true; });
    document.body.classList.add('paper');
    redraws.forEach(draw => draw());
});
window.addEventListener('afterprint', () => {
    document.body.classList.remove('paper');
    unfolded.forEach(fold => { fold.open = false; });
    redraws.forEach(draw => draw());
});
