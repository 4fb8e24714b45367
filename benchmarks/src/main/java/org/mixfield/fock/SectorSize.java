package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/** The sectors that are measured: as many modes and as many particles of one species as of the other. */
public enum SectorSize {
    M4_N12(4, 12),
    M4_N24(4, 24),
    M4_N32(4, 32),
    M2_N2000(2, 2000);

    final int modes;
    final int particles;

    SectorSize(int modes, int particles) {
        this.modes = modes;
        this.particles = particles;
    }

    HermitianOperator hamiltonian(Workers workers) {
        return hamiltonian(modes, particles, workers);
    }

    SectorMatrix matrix(Workers workers) {
        return matrix(modes, particles, workers);
    }

    static HermitianOperator hamiltonian(int modes, int particles, Workers workers) {
        return new MixtureHamiltonian(GaussianOrbitals.tensors(modes), particles, particles)
                .sector(particles, particles, workers);
    }

    static SectorMatrix matrix(int modes, int particles, Workers workers) {
        return new SectorMatrix(GaussianOrbitals.tensors(modes), particles, particles, workers);
    }
}
