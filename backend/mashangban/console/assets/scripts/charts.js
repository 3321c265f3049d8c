// Draws <figure data-chart> from the JSON beside it (see views.Chart). The same numbers stand in a table
// under the picture, so nothing is told by colour alone. Tooltips are drawn on the canvas: no inline styles.
import { BarChart, LineChart, MapChart, ScatterChart } from "echarts/charts";
import { GeoComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, registerMap, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, LineChart, MapChart, ScatterChart, GeoComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, LabelLayout, CanvasRenderer]);

const colours = ["#1b5fc1", "#2a9d8f", "#d98324", "#7a5cc2", "#b3261e", "#5b7083"];
const ink = "#50606f";
const font = getComputedStyle(document.documentElement).fontFamily;
const tooltip = { renderMode: "richText", confine: true, textStyle: { fontFamily: font } };

const axes = (chart) => ({
  color: colours,
  textStyle: { fontFamily: font },
  tooltip: { ...tooltip, trigger: "axis", axisPointer: { type: "shadow" } },
  legend: chart.series.length > 1 ? { top: 0, left: 0, textStyle: { color: ink }, itemWidth: 14, itemHeight: 10 } : undefined,
  grid: { left: 8, right: 16, top: chart.series.length > 1 ? 34 : 14, bottom: 4, containLabel: true },
  xAxis: { type: "category", data: chart.labels, axisTick: { show: false }, axisLine: { lineStyle: { color: "#c5ced8" } }, axisLabel: { color: ink } },
  yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: "#eaeef2" } }, axisLabel: { color: ink } },
  series: chart.series.map(({ name, values }) => ({
    name,
    type: chart.kind === "line" ? "line" : "bar",
    data: values,
    barMaxWidth: 24,
    stack: chart.stacked ? "all" : undefined,
    smooth: 0.2,
    symbolSize: 7,
    itemStyle: { borderRadius: chart.kind === "bar" && !chart.stacked ? [3, 3, 0, 0] : 0 },
  })),
});

const turned = (option) => ({ ...option, xAxis: option.yAxis, yAxis: { ...option.xAxis, inverse: true } });

async function map(chart, base) {
  const answer = await fetch(`${base}maps/${chart.region}.json`);
  if (!answer.ok) throw new Error(`no shapes for ${chart.region}`);
  const shapes = await answer.json();
  registerMap(chart.region, shapes);
  const names = new Map(shapes.features.map(({ properties }) => [properties.code, properties.name]));
  const most = Math.max(1, ...chart.places.map((place) => place.value));
  return {
    textStyle: { fontFamily: font },
    tooltip: { ...tooltip, trigger: "item", formatter: ({ name, value }) => `${name}\n${chart.unit}：${Number.isFinite(value) ? value : 0}` },
    visualMap: { min: 0, max: most, orient: "horizontal", left: 0, bottom: 0, calculable: false, itemWidth: 12, itemHeight: 90, text: [String(most), "0"], textStyle: { color: ink }, inRange: { color: ["#eef4fc", "#8db6ea", "#1b5fc1"] } },
    series: [{
      type: "map",
      map: chart.region,
      roam: false,
      layoutCenter: ["50%", "46%"],
      layoutSize: "88%",
      labelLayout: { hideOverlap: true },
      nameProperty: "name",
      label: { show: shapes.features.length <= 24, fontSize: 12, color: "#1b2530", textBorderColor: "#fff", textBorderWidth: 2 },
      itemStyle: { areaColor: "#f4f6f9", borderColor: "#9fb0c2", borderWidth: 0.8 },
      emphasis: { itemStyle: { areaColor: "#ffd98a" }, label: { color: "#1b2530" } },
      select: { disabled: true },
      data: chart.places.map(({ code, name, value, link }) => ({ name: names.get(code) ?? name, value, link, itemStyle: code === chart.marked ? { borderColor: "#b3261e", borderWidth: 2 } : undefined })),
    }],
  };
}

async function draw(figure) {
  const chart = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
  const place = figure.querySelector(".chart");
  const base = figure.dataset.assets;
  const option = chart.kind === "map" ? await map(chart, base) : chart.kind === "rows" ? turned(axes(chart)) : axes(chart);
  const picture = init(place, null, { renderer: "canvas" });
  picture.setOption({ ...option, animation: false });
  picture.on("click", ({ data }) => data?.link && window.location.assign(data.link));
  new ResizeObserver(() => picture.resize()).observe(place);
  figure.dataset.drawn = "yes";
}

for (const figure of document.querySelectorAll("figure[data-chart]")) {
  draw(figure).catch(() => {
    // The picture is a help, the table is the content: open it when there is no picture.
    figure.querySelector(".chart").hidden = true;
    figure.querySelector("details").open = true;
    figure.dataset.drawn = "no";
  });
}
