package org.mixfield.fock;

/**
 * A number and an upper estimate of its error.
 *
 * @param value the number
 * @param error not negative
 */
record Estimate(double value, double error) {}
