"""Plots that answer a question, each with the data behind it, an alternative text and what it does not say.

    plot = contributions_over_time(graph, by="role")
    plot                        # in a notebook: the figure
    plot.data                   # the pandas DataFrame behind it
    plot.save("figure.svg")     # or .png, .pdf

`graph` is what `podium.open` or `podium.examples` give. Needs pandas and matplotlib (the extra "notebooks").
"""

from podium.library.extras import MissingExtra

try:
    from podium.plots.carriers import carriers_heard
    from podium.plots.contributions import contributions_over_time
    from podium.plots.instruments import instruments_over_time
    from podium.plots.offices import office_timelines
    from podium.plots.plot import Plot
    from podium.plots.women import women_among_speakers
except ModuleNotFoundError as error:
    raise MissingExtra(error.name or "matplotlib", "Plots") from error

__all__ = [
    "Plot",
    "carriers_heard",
    "contributions_over_time",
    "instruments_over_time",
    "office_timelines",
    "women_among_speakers",
]
