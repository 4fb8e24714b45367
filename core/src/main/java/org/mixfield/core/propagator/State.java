package org.mixfield.core.propagator;

import org.apiguardian.api.API;

/** What a propagator holds at a time, as observables see it. Each kind of state is an interface or record of its own. */
@API(status = API.Status.EXPERIMENTAL)
public interface State {}
