package org.mixfield.core.run;

import org.apiguardian.api.API;

/**
 * Memory that a part of a run will take, known before it is taken.
 *
 * @param what the part, for example {@code Krylov vectors of 207025 states}
 * @param bytes its size; a {@code double} because a run that cannot fit may exceed any integer
 * @param remedy what would make it smaller, for example {@code fewer modes or particles}
 */
@API(status = API.Status.EXPERIMENTAL)
public record MemoryNeed(String what, double bytes, String remedy) {}
