package org.mixfield.fock;

/** a*_i a_0, a*_i a_j of one species with their coefficients of {@link CondensateFactors}; scratch of one worker. */
final class SinglesCoupling {

    private final int species;
    private final int modes;
    private final int offset;
    private final int others;
    private final int otherOffset;
    private final LaneRows phi;
    private final LaneRows chi;
    private final LaneRows in;
    private final LaneRows out;

    SinglesCoupling(int modesU, int modesV, int species, LaneRows phi, LaneRows chi, int lanes) {
        this.species = species;
        this.modes = species == 0 ? modesU : modesV;
        this.others = (species == 0 ? modesV : modesU) - 1;
        this.offset = species == 0 ? 0 : modesU - 1;
        this.otherOffset = species == 0 ? modesU - 1 : 0;
        this.phi = phi;
        this.chi = chi;
        this.in = new LaneRows(3 * modes + others, lanes);
        int[] rows = new int[modes];
        for (int i = 1; i < modes; i++) {
            rows[i] = offset + i;
        }
        this.out = chi.selected(rows);
        out.replace(0, lanes);
    }

    void add(LaneMatrix matrix, CondensateFactors factors, int lanes) {
        double[] own = factors.own()[species];
        double[] other = factors.other()[species];
        double[] root = factors.root()[species];
        in.scale(2 * modes, root, phi, 0, lanes);
        in.scale(0, own, in, 2 * modes, lanes);
        in.scale(modes, other, in, 2 * modes, lanes);
        for (int i = 1; i < modes; i++) {
            int row = offset + i;
            in.scale(i, own, phi, row, lanes);
            in.scale(modes + i, other, phi, row, lanes);
            in.scale(2 * modes + i, factors.exchange()[species], phi, row, lanes);
        }
        for (int i = 0; i < others; i++) {
            in.scale(3 * modes + i, factors.both(), phi, 1 + otherOffset + i, lanes);
        }
        out.clear(0, 1, lanes);
        matrix.addTo(out.re(), out.im(), in.re(), in.im(), lanes);
        chi.add(0, root, out, 0, lanes);
    }
}
