package org.mixfield.pipeline;

import org.apiguardian.api.API;

/**
 * A number and how far from the truth it may be.
 *
 * @param value the number
 * @param error an upper estimate of its error; NaN where none is known
 */
@API(status = API.Status.EXPERIMENTAL)
public record Estimate(double value, double error) {}
