package org.mixfield.core.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.NumericalException;

class MeasurementTest {

    private final Column time = new Column("time", "time", "the time");
    private final Column norm = new Column("hartree.norm.u", "1", "norm of u");
    private final Measurement row = new Measurement(List.of(time, norm));

    @Test
    void valuesStandInTheOrderOfTheColumns() {
        row.put("hartree.norm.u", 0.5);
        row.put("time", 2);
        assertThat(row.row()).containsExactly(2, 0.5);
    }

    @Test
    void theRowIsACopy() {
        row.put("hartree.norm.u", 0.5);
        row.put("time", 2);
        row.row()[0] = 7;
        assertThat(row.row()[0]).isEqualTo(2);
    }

    @Test
    void aColumnThatNobodyDeclaredIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.put("hartree.norm.w", 1))
                .withMessageContaining("hartree.norm.w")
                .withMessageContaining("not declared");
    }

    @Test
    void aColumnDeclaredTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measurement(List.of(time, norm, norm)))
                .withMessageContaining("two observables declare the column hartree.norm.u");
    }

    @Test
    void aValueThatIsNotFiniteOrWasNotSetFailsWithItsNameAndTime() {
        row.put("time", 0.25);
        assertThatThrownBy(row::row)
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("hartree.norm.u is NaN at time 0.25");
        row.put("hartree.norm.u", Double.POSITIVE_INFINITY);
        assertThatThrownBy(row::row)
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("hartree.norm.u is Infinity at time 0.25");
    }

    @Test
    void noColumnsGiveAnEmptyRow() {
        assertThat(new Measurement(List.of()).row()).isEmpty();
    }
}
