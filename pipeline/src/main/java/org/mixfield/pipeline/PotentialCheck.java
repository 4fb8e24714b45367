package org.mixfield.pipeline;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.formbound.FormBoundCheck;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.run.NumericalException;

/**
 * One pair potential, checked against V² ≤ K(1−Δ).
 *
 * @param potential the potential
 * @param settings its settings as understood, defaults filled in
 * @param dimension that of space
 * @param bound what came of it
 */
@API(status = API.Status.EXPERIMENTAL)
public record PotentialCheck(PairPotential potential, Map<String, Object> settings, int dimension, FormBound bound) {

    private static final String SOURCE = "potential";
    private static final String WHAT_IT_IS =
            "give a potential as under interactions, for example" + " {type: coulomb, strength: 1}";

    /** True where there is no K. */
    public boolean isViolated() {
        return bound instanceof FormBound.Violated;
    }

    static PotentialCheck of(ProviderRegistry<PotentialProvider> potentials, String text, int dimension) {
        Problems problems = new Problems();
        ConfigNode.Mapping tree = YamlReader.mapping(text, SOURCE, WHAT_IT_IS, problems);
        Settings settings = Settings.of(tree, "", problems);
        settings.axes(dimension);
        Optional<PairPotential> potential = potentials.create(settings, PotentialProvider::create);
        problems.throwIfAny();
        Optional<FormBound> bound = bound(potential.orElseThrow(), dimension, tree, problems);
        problems.throwIfAny();
        return new PotentialCheck(potential.orElseThrow(), settings.effective(), dimension, bound.orElseThrow());
    }

    private static Optional<FormBound> bound(
            PairPotential potential, int dimension, ConfigNode.Mapping tree, Problems problems) {
        try {
            return Optional.of(FormBoundCheck.of(potential, dimension));
        } catch (NumericalException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            problems.add(tree.where(), "", "the form bound cannot be computed: " + e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            problems.add(tree.whereIs("type"), "type", "the potential failed: " + e);
        }
        return Optional.empty();
    }
}
