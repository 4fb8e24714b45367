/* The page, in order. */

const main = d3.select('#report');
headline(main);
const contents = main.append('nav').attr('aria-label', 'Contents');
section(main, 'distance', 'Distance from the mean field', chapter('distance'));
section(main, 'scaling', 'Distance against particle number', scaling);
section(main, 'densities', 'Densities', densities);
section(main, 'energies', 'Energies and conservation', chapter('energies'));
section(main, 'moments', 'Overlaps and moments', chapter('moments'));
section(main, 'spectrum', 'Spectrum of γ', chapter('spectrum'));
section(main, 'fluctuations', 'Growth of fluctuations', chapter('fluctuations'));
section(main, 'remainders', 'Remainders and bounds', remainders);
section(main, 'truncated', 'Truncated dynamics', chapter('truncated'));
section(main, 'budget', 'Error budget', budget);
section(main, 'verification', 'Verification', verification);
section(main, 'others', 'Other observables', others);
section(main, 'form-bounds', 'Form bounds', formBoundTable);
section(main, 'configuration', 'Configuration', configurationText);
section(main, 'columns', 'Columns', columnGlossary);
section(main, 'provenance', 'Provenance', provenance);
contents.selectAll('a').data(main.selectAll('section').nodes()).join('a').attr('href', box => '#' + box.id)
    .text(box => box.querySelector('h2').textContent);
main.append('footer').text('Written by Mixfield. Drag across a plot to zoom, double-click to reset; '
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
