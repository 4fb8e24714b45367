#!/usr/bin/env python3
"""One sector of the many-body Schroedinger equation: scipy's expm_multiply on the stored matrix against Mixfield's Krylov spaces.

org.mixfield.fock.KrylovRace writes the matrix, rows of real elements as scipy stores them, and the state with all particles in
one mode. Each rival propagates to time T, in turns. scipy works to rounding, and so does Mixfield where a tolerance of 1e-12 is
asked for; 1e-9 is what a run would ask for. Reading the matrix, and building it, does not count.
"""

import argparse
import glob
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy
import scipy
import scipy.sparse
import scipy.sparse.linalg

BENCHMARKS = Path(__file__).resolve().parent.parent


def class_path():
    jars = [j for j in glob.glob(str(BENCHMARKS / "target" / "mixfield-benchmarks-*.jar")) if "sources" not in j and "javadoc" not in j]
    if not jars:
        sys.exit("no benchmarks/target/mixfield-benchmarks-*.jar; build it: mvn -q -pl benchmarks -am package -DskipTests")
    return os.pathsep.join(jars + [str(BENCHMARKS / "target" / "lib" / "*")])


def krylov_race(*arguments):
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
    command = [java, "-Xmx4g", "-XX:+UseParallelGC", "-cp", class_path(), "org.mixfield.fock.KrylovRace", *map(str, arguments)]
    result = subprocess.run(command, text=True, capture_output=True)
    if result.returncode != 0:
        sys.exit("KrylovRace failed: " + result.stderr[-1000:])
    return [line.split() for line in result.stdout.splitlines()]


def complex_vector(file):
    return numpy.load(file).view(numpy.complex128)


def spread(values):
    return f"{min(values):.2f} / {statistics.median(values):.2f} / {max(values):.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--particles", type=int, default=12, help="of each species")
    parser.add_argument("--time", type=float, default=0.5)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--work", type=Path, default=BENCHMARKS / "target" / "race")
    arguments = parser.parse_args()
    directory = arguments.work / f"sector-{arguments.particles}"
    krylov_race("export", directory, arguments.particles)
    rows, columns, values = (numpy.load(directory / f"{part}.npy") for part in ("rows", "columns", "values"))
    size = len(rows) - 1
    # expm_multiply takes the matrix with its factor, so that it is complex.
    generator = scipy.sparse.csr_matrix((-1j * arguments.time * values, columns, rows), shape=(size, size))
    start = complex_vector(directory / "start.npy")
    settings = [(error, threads) for error in (1e-9, 1e-12) for threads in dict.fromkeys((1, arguments.threads))]
    seconds = {"scipy": []} | {setting: [] for setting in settings}
    cold = {setting: [] for setting in settings}
    remarks = {}
    for number in range(arguments.rounds):
        began = time.perf_counter()
        exact = scipy.sparse.linalg.expm_multiply(generator, start, traceA=generator.trace())
        seconds["scipy"].append(time.perf_counter() - began)
        for setting in settings:
            error, threads = setting
            lines = krylov_race("run", directory, arguments.particles, arguments.time, error, threads, 4)
            cold[setting].append(float(lines[0][0]) + float(lines[1][0]))
            seconds[setting].append(min(float(line[0]) for line in lines[2:]))
            difference = numpy.linalg.norm(complex_vector(directory / "result.npy") - exact)
            remarks[setting] = (int(lines[-1][1]), difference)
        print(f"many-body, round {number + 1}: scipy {seconds['scipy'][-1]:.2f} s", file=sys.stderr, flush=True)
    matrix = generator.data.nbytes + generator.indices.nbytes + generator.indptr.nbytes
    print(f"\n**{arguments.particles} + {arguments.particles} particles**, 4 modes of each species, {size} states, "
          f"{len(values)} elements, t = {arguments.time:g}, {arguments.rounds} rounds; min / median / max\n")
    print("| entrant | propagation, s | first one in a process, with tables, s | products with H | difference of the states | scipy's time ÷ this |")
    print("|---|---|---|---|---|---|")
    print(f"| scipy {scipy.__version__} expm_multiply, 1 thread, matrix {matrix / 2**20:.0f} MiB | {spread(seconds['scipy'])} | – | – | – | 1 |")
    for error, threads in settings:
        ratios = [s / m for s, m in zip(seconds["scipy"], seconds[error, threads])]
        products, difference = remarks[error, threads]
        print(f"| Mixfield, tolerance {error:g}, {threads} thread{'s' * (threads > 1)} | {spread(seconds[error, threads])} "
              f"| {spread(cold[error, threads])} | {products} | {difference:.1e} | {spread(ratios)} |", flush=True)


if __name__ == "__main__":
    main()
