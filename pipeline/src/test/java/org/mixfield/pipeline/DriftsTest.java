package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mixfield.core.run.Column;

class DriftsTest {

    @Test
    void normsDriftAbsolutelyAndEnergiesRelatively() {
        Drifts drifts = new Drifts(
                List.of(
                        new Column("time", "time", ""),
                        new Column("hartree.norm.u", "1", ""),
                        new Column("hartree.norm.v", "1", ""),
                        new Column("hartree.energy", "energy", ""),
                        new Column("hartree.energy.uv", "energy", ""),
                        new Column("fock.norm", "1", ""),
                        new Column("fock.energy", "energy", "")),
                true);
        drifts.row(new double[] {0, 1, 1, -4, 1, 0.75, 0});
        drifts.row(new double[] {1, 1.25, 0.5, -5, 9, 0.5, 0.125});
        drifts.row(new double[] {2, 1, 1, -4, 1, 0.75, 0});

        assertThat(drifts.toMap())
                .isEqualTo(
                        Map.of("hartree.norm", 0.5, "hartree.energy", 0.25, "fock.norm", 0.25, "fock.energy", 0.125));
    }

    @Test
    void errorEstimatesDoNotDrift() {
        Drifts drifts = new Drifts(
                List.of(new Column("hartree.norm.u", "1", ""), new Column("hartree.norm.u.error", "1", "")), true);
        drifts.row(new double[] {1, 0});
        drifts.row(new double[] {1.25, 1e-9});
        assertThat(drifts.toMap()).isEqualTo(Map.of("hartree.norm", 0.25));
    }

    @Test
    void anEnergyDoesNotDriftWhereTheHamiltonianChanges() {
        Drifts drifts = new Drifts(
                List.of(new Column("hartree.norm.u", "1", ""), new Column("hartree.energy", "energy", "")), false);
        drifts.row(new double[] {1, 1});
        drifts.row(new double[] {1.5, 2});
        assertThat(drifts.toMap()).isEqualTo(Map.of("hartree.norm", 0.5));
    }
}
