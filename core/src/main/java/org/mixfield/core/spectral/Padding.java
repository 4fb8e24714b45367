package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/** How far a convolution in free space is padded with zeros. */
@API(status = API.Status.EXPERIMENTAL)
public enum Padding {
    /** As far as the densities need it, by where they are; more when they spread. */
    AUTO,
    /** To twice the box, which is right for any densities in it. */
    FULL
}
