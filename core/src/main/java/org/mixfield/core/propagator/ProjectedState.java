package org.mixfield.core.propagator;

import org.apiguardian.api.API;

/**
 * What every state of a many-body solver on M_u and M_v modes has: the Hartree orbitals projected on the same modes, at the same
 * time.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface ProjectedState extends State {

    /** The mode-projected Hartree orbital of species u, interleaved, length 2 M_u. */
    double[] projectedU();

    /** The mode-projected Hartree orbital of species v, interleaved, length 2 M_v. */
    double[] projectedV();

    /** Energy per particle of the mode-projected Hartree orbitals. */
    double projectedEnergy();
}
