package org.mixfield.fock;

import java.util.List;
import org.mixfield.core.statement.Finding;

/**
 * A statement of the theory that is tested here.
 *
 * @param id its name, as in {@link Finding}
 * @param source where the theory has it
 * @param claim a formula
 */
record Statement(String id, String source, String claim) {

    Finding notTested(String reason) {
        return Finding.notTested(id, source, claim, reason);
    }

    /** None of them was tested. */
    static List<Finding> notTested(List<Statement> statements, String reason) {
        return statements.stream().map(statement -> statement.notTested(reason)).toList();
    }
}
