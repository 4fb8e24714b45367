package org.mixfield.core.statement;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What was found of some statements, and the numbers that it rests on.
 *
 * @param findings one for each statement
 * @param tables what was measured for them
 */
@API(status = API.Status.EXPERIMENTAL)
public record Evidence(List<Finding> findings, List<Table> tables) {

    /** Nothing was tested. */
    public static final Evidence NONE = new Evidence(List.of(), List.of());

    public Evidence {
        findings = List.copyOf(findings);
        tables = List.copyOf(tables);
    }
}
