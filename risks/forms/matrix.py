from lib.fields import DayField
from lib.forms import FilterForm, narrowing_field


class MatrixForm(FilterForm):
    dag = DayField(label="Läget den", required=False)
    unit = narrowing_field("Verksamhet")
